let status = 'unknown';

function refresh() {
  status = navigator.onLine ? 'on' : 'off';
}

refresh();
setInterval(refresh, 60000);

chrome.action.onClicked.addListener(() => chrome.action.setTitle({ title: status }));
