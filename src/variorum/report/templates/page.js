// Comfort only: everything on the page is there, and every link works, without these lines.
(function () {
  "use strict";

  function pieces(anchor) {
    return document.querySelectorAll('[data-span="' + CSS.escape(anchor) + '"]');
  }

  // A passage broken in pieces is lit up as a whole; closed texts on the way to it are opened.
  function light() {
    document.querySelectorAll(".hit").forEach(function (m) { m.classList.remove("hit"); });
    var anchor = decodeURIComponent(location.hash.slice(1));
    var goal = anchor && document.getElementById(anchor);
    if (!goal) return;
    var changed = false;
    for (var at = goal.parentElement; at; at = at.parentElement) {
      if (at.tagName === "DETAILS" && !at.open) { at.open = true; changed = true; }
      if (at.hidden) { at.hidden = false; changed = true; }
    }
    if (goal.hidden) { goal.hidden = false; changed = true; }
    if (changed || document.body.classList.contains("long")) settle(goal);
    pieces(anchor).forEach(function (m) { m.classList.add("hit"); });
  }

  // What comes into sight gets its true height only then, and moves the goal: go there until it stays,
  // or until the reader goes elsewhere.
  function settle(goal) {
    var tries = 40, still = 0, where = null;
    ["wheel", "touchstart", "keydown", "pointerdown"].forEach(function (name) {
      addEventListener(name, function () { tries = 0; }, { once: true, passive: true });
    });
    (function again() {
      var top = Math.round(goal.getBoundingClientRect().top);
      still = top === where ? still + 1 : 0;
      if (tries-- <= 0 || still > 3) return;
      goal.scrollIntoView({ behavior: "instant" });
      where = Math.round(goal.getBoundingClientRect().top);
      setTimeout(again, 50);
    })();
  }
  addEventListener("hashchange", light);
  light();

  // The margin's lemma shows its words, while the pointer rests on it.
  document.addEventListener("pointerover", function (event) {
    var lemma = event.target.closest && event.target.closest(".lemma");
    if (!lemma) return;
    var lit = pieces(lemma.dataset.for);
    lit.forEach(function (m) { m.classList.add("hit"); });
    lemma.addEventListener("pointerleave", function () {
      lit.forEach(function (m) { m.classList.remove("hit"); });
    }, { once: true });
  });

  document.querySelectorAll("form.filter").forEach(function (form) {
    var entries = document.querySelectorAll("article." + form.dataset.list);
    if (!entries.length) return;
    var words = new Map();
    var box = form.querySelector("input[type=search]");
    var sure = form.querySelector("input[type=checkbox]");
    var told = form.querySelector("output");
    function textOf(entry) {
      if (!words.has(entry)) words.set(entry, entry.textContent.toLocaleLowerCase());
      return words.get(entry);
    }
    function narrow() {
      var wanted = box.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      entries.forEach(function (entry) {
        var fits = (!sure || !sure.checked || "likely" in entry.dataset) &&
          wanted.every(function (word) { return textOf(entry).includes(word); });
        entry.hidden = !fits;
        if (fits) shown += 1;
      });
      told.textContent = wanted.length || (sure && sure.checked) ? shown + " of " + entries.length : "";
    }
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", narrow);
  });

  // On paper everything is open.
  var closed = [];
  addEventListener("beforeprint", function () {
    closed = Array.from(document.querySelectorAll("details:not([open])"));
    closed.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () {
    closed.forEach(function (d) { d.open = false; });
  });
})();
