document.body.style.background = "red";
