function add(title, context, run) {
  chrome.contextMenus.create({ title, contexts: [context], onclick: run });
}

add('Open', 'page', (info) => console.log('open', info.pageUrl));
add('Open', 'page', (info) => console.log('open', info.frameUrl));
