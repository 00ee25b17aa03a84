chrome.runtime.sendMessage({ type: 'label', host: location.hostname }, (label) => {
	document.documentElement.dataset.label = label;
	for (const link of document.links) {
		if (link.hostname !== location.hostname) link.append(` ${label}`);
	}
});
