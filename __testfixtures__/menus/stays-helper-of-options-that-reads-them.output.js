function add(options) {
  const run = options.onclick;
  options.onclick = (info, tab) => {
    console.log('clicked', options.id);
    run(info, tab);
  };
  chrome.contextMenus.create(options);
}

chrome.runtime.onInstalled.addListener(() => {
  add({ id: 'open', title: 'Open', contexts: ['page'], onclick: (info) => console.log('open', info.pageUrl) });
});
