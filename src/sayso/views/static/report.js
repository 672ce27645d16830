"use strict";
// Text and statements light each other; marks can be shown one kind at a time.
const boxes = [...document.querySelectorAll("#legend input")];
const solos = [...document.querySelectorAll(".solo")];
const twins = (number) => document.querySelectorAll(`.text [data-s~="${number}"], .card[data-s="${number}"]`);
// Above the text, where it stays; and where it is read aloud.
function tell(words) {
  const note = Object.assign(document.createElement("p"), { className: "note", textContent: words });
  note.setAttribute("role", "status");
  document.querySelector("#report").prepend(note);
}
let pinned = null;

function light(number) {
  document.querySelectorAll(".lit").forEach((one) => one.classList.remove("lit"));
  if (number) twins(number).forEach((one) => one.classList.add("lit"));
}

function pin(number) {
  pinned = number;
  light(number);
}

// Of statements told within one another the innermost is meant, which is the last named.
const numberOf = (element) => element?.closest("[data-s]")?.dataset.s.split(" ").at(-1) ?? null;

function only(kind) {
  solos.forEach((button) => button.setAttribute("aria-pressed", String(button.value === kind)));
  boxes.forEach((box) => { box.checked = kind === null || box.value === kind; });
}

for (const name of ["mouseover", "focusin"]) {
  document.addEventListener(name, (event) => light(numberOf(event.target) ?? pinned));
}
document.addEventListener("click", (event) => {
  const mark = event.target.closest(".text a.m");
  const card = mark && document.querySelector(`#s${numberOf(mark)}`);
  if (!card) return;
  event.preventDefault();
  pin(numberOf(mark));
  card.scrollIntoView({ block: "nearest" });
});
document.addEventListener("chosen", (event) => {
  const number = numberOf(event.target);
  pin(number);
  if (matchMedia("(min-width: 901px)").matches) document.getElementById("w" + number)?.nextElementSibling?.scrollIntoView({ block: "center" });
});
document.addEventListener("freed", () => pin(null));
document.addEventListener("marks", () => {
  const on = boxes.some((box) => box.checked);
  boxes.forEach((box) => { box.checked = !on; });
});
solos.forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => only(button.getAttribute("aria-pressed") === "true" ? null : button.value));
});

// The report's words, with its first line where that is the heading; offsets count from there.
function nodes() {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT, (node) => node.parentElement.closest(".text") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

// A W3C text quote selector in the address leads to its words, and only where they stand exactly so.
function selected() {
  const parts = /^#selector\(type=TextQuoteSelector,(.*)\)$/.exec(location.hash);
  if (!parts) return;
  const told = Object.fromEntries(parts[1].split(",").map((part) => part.split("=").map(decodeURIComponent)));
  const whole = (told.prefix ?? "") + (told.exact ?? "") + (told.suffix ?? "");
  const pieces = nodes();
  const text = pieces.map((node) => node.data).join("");
  const at = text.indexOf(whole);
  if (!told.exact || at < 0) { tell("The words of this address do not stand in this text, so nothing is shown in their place."); return; }
  if (text.indexOf(whole, at + 1) >= 0) tell("The words of this address stand more than once in this text; the first are shown.");
  const range = document.createRange();
  const ends = [at + (told.prefix ?? "").length, at + (told.prefix ?? "").length + told.exact.length];
  let passed = 0;
  for (const node of pieces) {
    if (passed <= ends[0] && ends[0] < passed + node.length) range.setStart(node, ends[0] - passed);
    if (passed < ends[1] && ends[1] <= passed + node.length) range.setEnd(node, ends[1] - passed);
    passed += node.length;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const first = range.startContainer.parentElement;
  first.scrollIntoView({ block: "center" });
  pin(numberOf(first));
}
selected();
