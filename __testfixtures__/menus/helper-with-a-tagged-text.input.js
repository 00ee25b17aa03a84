const link = (parts, ...names) => `https://a.example/${names.map(encodeURIComponent)}${parts.join('/')}`;

function add(key) {
  chrome.contextMenus.create({ id: key, title: key, onclick: () => chrome.tabs.create({ url: link`${key}/new` }) });
}

add('note');
add('task');
