document.body.style.background = "blue";
