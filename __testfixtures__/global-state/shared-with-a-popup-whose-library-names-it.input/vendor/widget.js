document.querySelectorAll(".counter").forEach(function(element) { element.onclick = countOpened; });
