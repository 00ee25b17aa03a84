document.querySelector("img").src = "chrome://favicon/" + location.href;
