"""Interviews and round tables whose speakers stand on lines of their own, made up, for tests."""

from __future__ import annotations

import attrs


@attrs.frozen
class Talk:
    """A conversation: what stands above it, and who says what, paragraph by paragraph."""

    headline: str
    lead: str
    turns: tuple[tuple[str, tuple[str, ...]], ...]

    def lines(self, before: str = "", after: str = ":") -> list[str]:
        """Its lines from the headline on, each speaker's between two marks."""
        found = [self.headline, self.lead]
        for speaker, said in self.turns:
            found += [f"{before}{speaker}{after}", *said]
        return found


ENGLISH = Talk(
    "“Somebody has to keep the lamp burning”",
    "For thirty years Anne Miller has looked after the lighthouses of the north coast. We met her in the week before she "
    "hands over the keys.",
    (
        ("Interviewer", ("What was your first night in the tower like?",)),
        (
            "Anne",
            (
                "I did not sleep at all. The wind went round the tower like an animal, and every hour I climbed the stairs "
                "to see whether the lamp was still burning.",
                "In the morning the postman found me asleep on the coal.",
            ),
        ),
        ("Interviewer", ("Did you ever think of giving up?",)),
        ("Anne", ("Never.",)),
        ("Interviewer", ("Why not?",)),
        (
            "Anne",
            (
                "Because somebody has to do it. My grandfather kept the light, my mother kept it after him, and when she "
                "could no longer climb the stairs she gave me the key without a word.",
            ),
        ),
        ("Interviewer", ("What will become of the towers now?",)),
        (
            "Anne",
            (
                "They run by themselves. A computer in the city sees to it that the lamps burn, and once a year a man comes "
                "with a ladder to clean the glass.",
            ),
        ),
        ("Interviewer", ("Will you miss it?",)),
        (
            "Anne",
            (
                "I will miss the mornings. When the fog lifts and the first boats come out of the harbour, there is no "
                "better place to drink a cup of tea.",
            ),
        ),
    ),
)
ROUND_TABLE = Talk(
    "Three bakers on the price of bread",
    "Flour has never cost as much as this winter. We asked three bakers from Ardlee what they are going to do about it.",
    (
        (
            "Moderator",
            ("Flour costs a third more than a year ago. Who of you has put up the price of a loaf?",),
        ),
        (
            "Tom Baker",
            (
                "I have, twice. The first time nobody said a word. The second time an old lady put the loaf back on the "
                "counter and went home without it, and I have not slept well since.",
            ),
        ),
        (
            "Jane Oakes",
            ("We bake smaller loaves. It is the oldest trick there is, but people have smaller families, too.",),
        ),
        ("Moderator", ("And you, Mr Firth?",)),
        (
            "Samuel Firth",
            (
                "I sell the bread of yesterday at half the price. By ten in the morning it is gone, and the students from "
                "the college on the hill are my most faithful customers.",
            ),
        ),
        ("Tom Baker", ("That would not work with rolls!",)),
        ("Samuel Firth", ("It does if you toast them.",)),
        (
            "Moderator",
            ("What would you ask of the council, if the mayor came in through that door this very moment?",),
        ),
        (
            "Jane Oakes",
            (
                "Let us park the van in front of the shop again. Since the square was closed I carry the sacks from the "
                "river, and my back tells me so every night.",
            ),
        ),
        ("Tom Baker", ("Lower rents. All else we can do by ourselves, as our fathers did before us in worse years.",)),
    ),
)
GERMAN = Talk(
    "„Der Fluss holt sich das Land zurück“",
    "Die Ingenieurin Karin Vollmer plant seit zwanzig Jahren Deiche an der Unde. Ein Gespräch über Wasser, Geduld und "
    "Bürgermeister, die nicht zuhören.",
    (
        ("Frage", ("Frau Vollmer, wann haben Sie zum ersten Mal ein Hochwasser gesehen?",)),
        (
            "Antwort",
            (
                "Da war ich sechs. Mein Vater hat mich auf die Schultern genommen, und wir sind durch die Mühlgasse "
                "gewatet, um die Hühner vom Dach des Stalls zu holen.",
            ),
        ),
        ("Frage", ("Und heute?",)),
        (
            "Antwort",
            (
                "Heute kommt das Wasser öfter und es kommt schneller. Wir haben dem Fluss über Jahrzehnte die Wiesen "
                "genommen, in die er sich früher gelegt hat.",
                "Jetzt holt er sich das Land zurück.",
            ),
        ),
        ("Frage", ("Helfen höhere Deiche?",)),
        ("Antwort", ("Nein.",)),
        ("Frage", ("Was hilft dann?",)),
        (
            "Antwort",
            (
                "Platz. Man muss die Deiche weiter vom Ufer weg bauen und den Bauern das Land abkaufen, das dazwischen "
                "liegt, und zwar zu einem Preis, über den keiner lacht.",
            ),
        ),
    ),
)
FRENCH = Talk(
    "« Le pain, c’est d’abord du temps »",
    "Dans son fournil de Saint-Alban, Luc Morel refuse les machines. Il raconte pourquoi, entre deux fournées, à une "
    "heure où la ville dort encore.",
    (
        ("Le journaliste", ("À quelle heure commencez-vous votre journée ?",)),
        (
            "Luc",
            (
                "À deux heures du matin. Le levain n’attend pas, et le premier client pousse la porte à six heures, qu’il "
                "pleuve ou qu’il neige sur la place.",
            ),
        ),
        ("Le journaliste", ("Vous n’êtes jamais fatigué ?",)),
        ("Luc", ("Toujours.",)),
        ("Le journaliste", ("Pourquoi refuser le pétrin mécanique ?",)),
        (
            "Luc",
            (
                "Parce que mes mains sentent ce que la machine ne sent pas. La pâte change avec le temps qu’il fait, avec "
                "la farine, avec l’humeur de celui qui la travaille.",
            ),
        ),
        ("Le journaliste", ("Qui prendra votre suite ?",)),
        (
            "Luc",
            (
                "Ma nièce, peut-être. Elle vient le samedi, elle pose peu de questions et elle regarde, ce qui est la "
                "meilleure façon d’apprendre ce métier.",
            ),
        ),
    ),
)
RUSSIAN = Talk(
    "«Мост строили наши деды»",
    "Инженер Анна Белова тридцать лет следит за старым мостом через Тихую. Мы поговорили с ней накануне большого "
    "ремонта, который начнётся весной.",
    (
        ("Журналист", ("Когда вы впервые увидели этот мост?",)),
        (
            "Анна Белова",
            (
                "Мне было пять лет. Дед взял меня с собой на работу, и мы весь день красили перила, а вечером пошли домой "
                "с зелёными руками.",
            ),
        ),
        ("Журналист", ("В каком он состоянии сегодня?",)),
        (
            "Анна Белова",
            (
                "Опоры крепкие, их делали на века. А вот настил давно пора менять, потому что зимой на него сыплют соль, и "
                "железо ржавеет изнутри.",
            ),
        ),
        ("Журналист", ("Это опасно?",)),
        ("Анна Белова", ("Пока нет.",)),
        ("Журналист", ("Сколько времени займёт ремонт?",)),
        (
            "Анна Белова",
            (
                "До осени мы закончим одну сторону, потом начнём другую. Пешеходы смогут ходить всё время, а машинам "
                "придётся ездить в объезд через станцию.",
            ),
        ),
    ),
)
JAPANESE = Talk(
    "「灯台の明かりを守り続けて三十年」",
    "北の岬で灯台を守ってきた佐藤花子さんが、この春に引退する。最後の週に話を聞いた。灯台での暮らしと、これからのことを語ってくれた。",
    (
        ("記者", ("灯台での最初の夜はいかがでしたか。",)),
        (
            "佐藤",
            ("一睡もできませんでした。風が塔のまわりで鳴り続けて、一時間ごとに階段を上がって明かりを確かめました。",),
        ),
        ("記者", ("辞めたいと思ったことは。",)),
        ("佐藤", ("ありません。",)),
        ("記者", ("それはなぜですか。",)),
        (
            "佐藤",
            (
                "誰かがやらなければならないからです。祖父も母もこの明かりを守ってきましたし、母は何も言わずに鍵を渡してくれました。",
            ),
        ),
        ("記者", ("これから灯台はどうなりますか。",)),
        ("佐藤", ("機械が全部やってくれます。年に一度、町の人がはしごを持って来て、ガラスを磨いてくれるそうです。",)),
    ),
)
TALKS = {
    "en": ENGLISH,
    "en, three": ROUND_TABLE,
    "de": GERMAN,
    "fr": FRENCH,
    "ru": RUSSIAN,
    "ja": JAPANESE,
}
