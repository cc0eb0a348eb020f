"""news.de, a German news portal."""

import re

from newsparse.publishers.base import Publisher


class NewsDe(Publisher):
    """Its headlines begin with the topic; captions come twice, once with the button of a picture search."""

    name = "news.de"
    recognised_by = ("Folgen Sie News.de", "/news.de/", "Redaktion von news.de")
    kicker_before_colon = True
    caption_tails = ("(Foto) Suche", "Suche")
    signature = re.compile(r"/news\.de/(\w{1,10})|(?<!\S)/?(\w{1,10})/news\.de")
