var MINUTES = 15;

window.setInterval(function () {
    chrome.browserAction.setBadgeText({text: ''});
}, MINUTES * 60 * 1000);
