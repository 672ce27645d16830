"use strict";
// Cards and marks know each other by number. Without this script every link still works.
const cards = [...document.querySelectorAll(".card[data-f]")];
const list = document.querySelector("#rail ol");
const filters = document.querySelector("#filters");
const keys = document.querySelector("#keys");
const worst = document.querySelector("#worst");
const keysOn = document.querySelector("#keys-on");
const told = document.querySelector("#told");
const rank = (card) => ["severe", "departure", "none"].findIndex((name) => card.classList.contains(name));
const marked = (number) => document.querySelectorAll(`.mark[data-f~="${number}"]`);
const shown = () => [...list.children].filter((card) => !card.hidden && card.dataset.f);
let pinned = null;

function light(number) {
  document.querySelectorAll(".lit").forEach((mark) => mark.classList.remove("lit"));
  if (number) marked(number).forEach((mark) => mark.classList.add("lit"));
}

function showPassages(number) {
  for (const letter of ["r", "s"]) {
    const place = document.getElementById(letter + number)?.nextElementSibling;
    place?.scrollIntoView({ block: "center" });
  }
}

function choose(card) {
  pinned = card.dataset.f;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  light(pinned);
  if (matchMedia("(min-width: 901px)").matches) showPassages(pinned);
}

function step(by) {
  const visible = shown();
  const at = visible.findIndex((card) => card.dataset.f === pinned);
  const next = visible[at < 0 ? (by > 0 ? 0 : visible.length - 1) : at + by];
  if (next) choose(next);
}

function sift() {
  const wanted = new Set([...filters.querySelectorAll("fieldset input:checked")].map((box) => box.value));
  cards.forEach((card) => { card.hidden = !wanted.has(card.dataset.verdict); });
  const kept = new Set(shown().map((card) => card.dataset.f));
  document.querySelectorAll(".mark").forEach((mark) =>
    mark.classList.toggle("off", !mark.dataset.f.split(" ").some((number) => kept.has(number))));
  told.textContent = `${kept.size} of ${cards.length} findings shown`;
}

function sort() {
  const order = worst.checked ? (a, b) => rank(a) - rank(b) || a.dataset.f - b.dataset.f : (a, b) => a.dataset.f - b.dataset.f;
  cards.sort(order).forEach((card) => list.append(card));
}

function letGo() {
  pinned = null;
  light(null);
  document.activeElement?.blur();
}

const actions = {
  j: () => step(1),
  k: () => step(-1),
  Enter: () => pinned && showPassages(pinned),
  m: () => worst.click(),
  Escape: letGo,
  "?": () => keys.showModal(),
};

document.addEventListener("keydown", (event) => {
  const busy = event.ctrlKey || event.metaKey || event.altKey || keys.open || event.target.closest("input[type=search]");
  if (busy || !(keysOn.checked || event.key === "Escape") || (event.key === "Enter" && event.target.closest("a, button, input"))) return;
  actions[event.key]?.();
});
document.addEventListener("mouseover", (event) => {
  const over = event.target.closest("[data-f]");
  light(over ? over.dataset.f.split(" ")[0] : pinned);
});
document.addEventListener("click", (event) => {
  const mark = event.target.closest(".mark, .card[data-f]");
  if (!mark) return;
  const card = document.getElementById("c" + mark.dataset.f.split(" ")[0]);
  if (mark.matches(".mark")) event.preventDefault();
  if (!card.hidden) choose(card);
});
filters.addEventListener("change", (event) => (event.target === worst ? sort() : sift()));
document.querySelector("#help").addEventListener("click", () => keys.showModal());
filters.hidden = cards.length === 0;
