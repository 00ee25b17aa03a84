const background = chrome.extension.getBackgroundPage();
document.title = background.settings.get("title");
background.settings.set("title", "");
background.values.set("title", background.values.get("size"));
