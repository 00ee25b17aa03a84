(function () {
  var paragraphs = document.querySelectorAll('p');
  paragraphs.forEach(function (paragraph) {
    paragraph.style.color = settings.color;
  });
  return { paragraphs: paragraphs.length };
})();
