"use strict";
(function () {
  var stops = document.querySelectorAll("article.stop");
  var links = document.querySelectorAll("#liste li");
  var field = document.getElementById("sok");
  var told = document.getElementById("treff");
  function show() {
    var wanted = document.getElementById(location.hash.slice(1));
    if (!wanted || !wanted.classList.contains("stop")) { wanted = document.querySelector("article.start") || stops[0]; }
    stops.forEach(function (stop) { stop.hidden = stop !== wanted; });
    links.forEach(function (item) {
      var link = item.firstElementChild;
      if (link.hash === "#" + wanted.id) { link.setAttribute("aria-current", "true"); }
      else { link.removeAttribute("aria-current"); }
    });
    document.querySelectorAll("svg g.stop").forEach(function (box) {
      box.classList.toggle("here", "s" + box.id === wanted.id);
    });
    if (location.hash) { wanted.querySelector("h2").focus(); }
  }
  function find() {
    var words = field.value.toLocaleLowerCase("nb").split(/\s+/).filter(Boolean);
    var count = 0;
    links.forEach(function (item) {
      var id = item.firstElementChild.hash.slice(1);
      var text = document.getElementById(id).textContent.toLocaleLowerCase("nb");
      item.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
      count += item.hidden ? 0 : 1;
    });
    told.textContent = told.dataset.many.replace("{n}", String(count));
  }
  document.querySelectorAll("svg g.stop").forEach(function (box) {
    box.addEventListener("click", function () { location.hash = "s" + box.id; });
  });
  window.addEventListener("hashchange", show);
  field.addEventListener("input", find);
  field.addEventListener("keydown", function (event) {
    var first = Array.prototype.find.call(links, function (item) { return !item.hidden; });
    if (event.key === "Enter" && first) { location.hash = first.firstElementChild.hash; }
  });
  document.body.classList.add("live");
  find();
  show();
}());
