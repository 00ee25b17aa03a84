if (chrome.hasOwnProperty('notifications')) console.log(chrome.toString());
