function a() {}
function b() {}

if (navigator.platform === 'MacIntel') {
  chrome.contextMenus.create({ id: 'x', title: 'X', onclick: a });
} else {
  chrome.contextMenus.create({ id: 'x', title: 'X', onclick: b });
}
