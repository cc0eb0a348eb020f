"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const inspector = one(".inspector");
  const reasons = one(".reasons");
  const hint = one(".hint");
  const status = one(".status");
  const labels = all(".label");
  const roles = all(".role");
  let pinned = null;

  // Reasons: on hover and focus as long as these last, on a click or tap until the next.
  const show = (block) => {
    all(".block.shown").forEach((other) => other.classList.remove("shown"));
    inspector.classList.toggle("open", block !== null);
    if (block === null) {
      reasons.replaceChildren(hint);
      return;
    }
    block.classList.add("shown");
    reasons.replaceChildren(...[...block.querySelector(".why").children].map((part) => part.cloneNode(true)));
    inspector.scrollTop = 0;
  };
  const pin = (block) => {
    pinned?.querySelector(".label").setAttribute("aria-expanded", "false");
    pinned = block;
    pinned?.querySelector(".label").setAttribute("aria-expanded", "true");
    show(pinned);
    // What they are about moves above them.
    if (covers()) pinned?.scrollIntoView({ block: "nearest" });
  };
  // On small screens the reasons lie over the text: there they come when asked for, not under the pointer.
  const covers = () => getComputedStyle(inspector).position === "fixed";
  const shown = (event) => event.target.closest?.(".block:not(.off)") ?? null;

  const source = one(".source");
  source.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse" && !covers() && shown(event)) show(shown(event));
  });
  // Beside two parses they may open right under the pointer: it has not left for that.
  [source, inspector].forEach((part) => part.addEventListener("pointerleave", (event) => {
    const stays = source.contains(event.relatedTarget) || inspector.contains(event.relatedTarget);
    if (event.pointerType === "mouse" && !covers() && !stays) show(pinned);
  }));
  source.addEventListener("focusin", (event) => {
    if (shown(event) && event.target.matches(":focus-visible")) show(shown(event));
  });
  source.addEventListener("focusout", () => show(pinned));
  source.addEventListener("click", (event) => {
    const block = shown(event);
    const label = event.target.closest(".label");
    if (!block || (!label && !getSelection().isCollapsed)) return;
    pin(pinned === block ? null : block);
  });
  one(".close").addEventListener("click", () => {
    const label = pinned?.querySelector(".label");
    pin(null);
    label?.focus({ preventScroll: true });
    show(null);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      pin(null);
    }
  });

  // One tab stop for the whole text; the arrow keys go from block to block.
  const stop = (label) => {
    labels.forEach((other) => (other.tabIndex = other === label ? 0 : -1));
  };
  const open = () => labels.filter((label) => !label.parentElement.classList.contains("off"));
  const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  source.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const label = event.target.closest(".label");
    if (step === undefined || !label) return;
    event.preventDefault();
    const visible = open().filter((other) => other.offsetParent !== null);
    const place = Math.min(Math.max(visible.indexOf(label) + step, 0), visible.length - 1);
    stop(visible[place]);
    visible[place].focus();
  });
  if (labels.length) stop(labels[0]);

  // The legend folds roles away; their place in the text stays to be seen.
  const fold = (button, off) => {
    button.setAttribute("aria-pressed", String(!off));
    const blocks = all(`.block[data-role="${button.dataset.role}"]`);
    blocks.forEach((block) => block.classList.toggle("off", off));
    if (off && pinned && blocks.includes(pinned)) pin(null);
    const left = open();
    if (left.length && !left.some((label) => label.tabIndex === 0)) stop(left[0]);
    const reset = one(".all");
    reset.disabled = roles.every((other) => other.getAttribute("aria-pressed") === "true");
    status.textContent = `${button.firstChild.data.trim()}: ${off ? "folded away" : "shown"}`;
  };
  roles.forEach((button) => {
    button.addEventListener("click", () => fold(button, button.getAttribute("aria-pressed") === "true"));
  });
  one(".all")?.addEventListener("click", () => {
    roles.forEach((button) => fold(button, false));
    roles[0].focus();
    status.textContent = "All roles shown";
  });

  // Two parses: go to the next difference, or see nothing else.
  const only = one(".only");
  only?.addEventListener("click", () => {
    const narrowed = document.body.classList.toggle("narrowed");
    only.setAttribute("aria-pressed", String(narrowed));
  });
  const differences = all(".differs");
  let at = -1;
  const next = one(".next");
  if (next && !differences.length) next.disabled = only.disabled = true;
  next?.addEventListener("click", () => {
    at = (at + 1) % differences.length;
    const first = open().find((label) => differences[at].contains(label));
    if (first) stop(first);
    differences[at].focus({ preventScroll: true });
    differences[at].scrollIntoView({ block: covers() ? "start" : "center" });
    status.textContent = `Difference ${at + 1} of ${differences.length}`;
  });
})();
