"use strict";
// Keys, copying and dropping files; every page works without it.
const keys = document.querySelector("#keys");
const told = document.querySelector("#told");
const keysOn = document.querySelector("#keys-on");
const bar = document.querySelector(".bar nav");
const current = bar?.querySelector("[aria-current]");
if (current) bar.scrollLeft = current.offsetLeft - bar.offsetLeft - 40; // on a phone the bar is one line
const items = () => [...document.querySelectorAll("[data-item]")].filter((item) => item.offsetParent);
const here = () => document.querySelector("[data-item].at") ?? document.querySelector(".passage[data-item]");
let silence = 0;
function tell(words) {
  if (!told) return;
  told.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => { told.textContent = ""; }, 6000);
}

function stored(value) {
  try {
    if (value !== undefined) localStorage.setItem("sayso-keys", value);
    return localStorage.getItem("sayso-keys");
  } catch { return null; }
}

function choose(item) {
  here()?.classList.remove("at");
  item.classList.add("at");
  if (!item.hasAttribute("tabindex")) item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  item.dispatchEvent(new CustomEvent("chosen", { bubbles: true }));
}

function step(by) {
  const all = items();
  const at = all.findIndex((item) => item.classList.contains("at"));
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (next) choose(next);
}

function follow(selector) {
  const link = here()?.querySelector(selector) ?? document.querySelector("main " + selector);
  if (link?.hasAttribute("hx-get")) htmx.trigger(link, "click");
  else link?.click();
}

async function copy(words) {
  try { await navigator.clipboard.writeText(words); tell("Copied"); } catch { tell("It could not be copied"); }
}

async function cite() {
  const own = document.querySelector("#citation");
  const link = here()?.querySelector("[data-open]");
  if (own) { await copy(own.textContent); return; }
  if (!link?.pathname.startsWith("/statement/")) return;
  const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
  await copy(page.querySelector("#citation").textContent);
}

// A form that was opened in place is closed first, and its item stays chosen.
function letGo() {
  const slot = [...document.querySelectorAll(".slot")].find((one) => one.childElementCount);
  if (slot) {
    slot.replaceChildren();
    const item = slot.closest("[data-item]");
    if (item) { choose(item); return; }
  }
  here()?.classList.remove("at");
  document.activeElement?.blur();
  document.dispatchEvent(new CustomEvent("freed"));
}

const actions = {
  j: () => step(1),
  k: () => step(-1),
  Enter: () => here() && follow("[data-open]"),
  o: () => follow("[data-live]"),
  e: () => {
    const field = document.querySelector("main > .column #correct input:not([type=hidden])");
    if (field) field.select(); else follow("[data-correct]");
  },
  x: cite,
  m: () => document.dispatchEvent(new CustomEvent("marks")),
  "/": () => document.querySelector("#find").focus(),
  "?": () => keys.open || keys.showModal(),
};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || keys?.open) return;
  if (event.key === "Escape") { letGo(); return; }
  if (keysOn && !keysOn.checked) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
  if (document.querySelector("#rail") && event.key !== "/") return; // the findings have keys of their own
  if (actions[event.key]) { event.preventDefault(); actions[event.key](); }
}

document.addEventListener("keydown", pressed);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  const source = button && document.getElementById(button.dataset.copy);
  if (source) copy(source.href ?? source.textContent);
});
document.querySelectorAll("[data-copy]").forEach((button) => { button.hidden = false; });
if (keysOn) {
  keysOn.checked = stored() !== "off";
  keysOn.addEventListener("change", () => stored(keysOn.checked ? "on" : "off"));
}
const help = document.querySelector(".foot #help");
if (help && keys && !document.querySelector("#rail")) {
  help.hidden = false;
  help.addEventListener("click", () => keys.showModal());
}

// Files may be dropped anywhere on a page that has a place for them.
const drop = document.querySelector(".drop");
if (drop) {
  const over = (on) => (event) => { event.preventDefault(); drop.classList.toggle("over", on); };
  document.addEventListener("dragover", over(true));
  document.addEventListener("dragleave", over(false));
  document.addEventListener("drop", (event) => {
    over(false)(event);
    if (!event.dataTransfer?.files.length) return;
    drop.querySelector("input[type=file]").files = event.dataTransfer.files;
    tell(`${event.dataTransfer.files.length} files to be added`);
    drop.requestSubmit();
  });
}
// On the page of a check each side takes the files that are dropped on it.
document.querySelectorAll(".beside fieldset:has(input[type=file])").forEach((side) => {
  const over = (on) => (event) => { event.preventDefault(); side.classList.toggle("over", on); };
  side.addEventListener("dragover", over(true));
  side.addEventListener("dragleave", over(false));
  side.addEventListener("drop", (event) => {
    over(false)(event);
    if (!event.dataTransfer?.files.length) return;
    side.querySelector("input[type=file]").files = event.dataTransfer.files;
    tell(`${side.querySelector("legend").textContent}: ${[...event.dataTransfer.files].map((file) => file.name).join(", ")}`);
  });
});
document.body.addEventListener("htmx:afterSwap", (event) => event.target.querySelector?.("input:not([type=hidden])")?.select());
document.documentElement.dataset.ready = "yes";
