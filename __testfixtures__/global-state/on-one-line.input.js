let clicks = 0; chrome.action.onClicked.addListener(() => { clicks++; console.log(clicks); })
