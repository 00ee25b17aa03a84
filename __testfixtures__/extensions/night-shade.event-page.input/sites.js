/* The sites that are dimmed: host names in storage, with the strength of the shade. */

function hostOf(url) {
	var link = document.createElement('a');
	link.href = url;
	return link.hostname;
}

function getSites(callback) {
	chrome.storage.local.get({ sites: {} }, function (items) {
		callback(items.sites);
	});
}

/* Changes the strength for a host, 0 to leave it as it is; calls back when it is stored. */
function setSite(host, strength, callback) {
	getSites(function (sites) {
		if (strength) sites[host] = strength;
		else delete sites[host];
		chrome.storage.local.set({ sites: sites }, callback);
	});
}
