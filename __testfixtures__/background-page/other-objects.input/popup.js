const pages = { getBackgroundPage: () => ({ start() {} }) };
pages.getBackgroundPage().start();
function show(chrome) {
  return chrome.extension.getBackgroundPage().title;
}
show({ extension: pages });
