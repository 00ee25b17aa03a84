const isChrome = !!window.chrome && !!window.chrome.app;
if (chrome.app && isChrome) console.log("Chrome");
