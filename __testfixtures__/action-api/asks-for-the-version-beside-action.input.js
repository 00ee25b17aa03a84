if (chrome.browserAction) console.log("old");
else chrome.action.setBadgeText({ text: "new" });
