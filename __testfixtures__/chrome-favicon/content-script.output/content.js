document.querySelector("img").src = chrome.runtime.getURL("/_favicon/?pageUrl=" + encodeURIComponent(location.href) + "&size=16");
