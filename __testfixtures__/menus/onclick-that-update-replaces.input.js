function start() {
  chrome.contextMenus.update('toggle', { title: 'Stop', onclick: stop });
}

function stop() {
  chrome.contextMenus.update('toggle', { title: 'Start', onclick: start });
}

chrome.contextMenus.create({ id: 'toggle', title: 'Start', onclick: start });
