if (window.chrome && chrome.app) document.title = "Chrome";
