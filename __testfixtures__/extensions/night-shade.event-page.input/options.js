var port = chrome.runtime.connect({ name: 'options' });
var pause = document.getElementById('pause');

pause.onclick = function () {
	port.postMessage({ pause: !pause.disabled });
};
port.onMessage.addListener(function (message) {
	pause.disabled = message.paused;
});

chrome.runtime.sendMessage('sites', function (sites) {
	Object.keys(sites).forEach(function (host) {
		var item = document.createElement('li');
		item.textContent = host;
		document.getElementById('sites').appendChild(item);
	});
});

// A fresh installation has nothing to show yet.
var page = chrome.extension.getBackgroundPage();
if (page.paused) pause.disabled = true;
