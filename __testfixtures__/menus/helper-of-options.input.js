function add(options) {
  chrome.contextMenus.create(Object.assign({ contexts: ['page'] }, options));
}

add({ id: 'open', title: 'Open', onclick: (info) => console.log('open', info.pageUrl) });
add({
  id: 'copy',
  title: 'Copy',
  onclick(info, tab) {
    console.log('copy', tab.title);
  },
});
