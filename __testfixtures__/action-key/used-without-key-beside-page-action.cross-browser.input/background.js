browser.action.onClicked.addListener(() => {});
