browser.pageAction.show(1);
browser.pageAction.onClicked.addListener(() => {});
