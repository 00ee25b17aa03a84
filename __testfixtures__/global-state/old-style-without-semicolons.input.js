var on = false, hits = 0
var log = []

function toggle() {
	on = !on
	update()
}

function update() {
	chrome.browserAction.setBadgeText({text: on ? 'on' : 'off'})
}

chrome.browserAction.onClicked.addListener(toggle)
chrome.runtime.onMessage.addListener(function (msg, sender, reply) {
	if (msg.type == 'hit') {
		if (on) hits++
		log.push(msg.url + '')
	}
	if (msg.type == 'get') reply({hits: hits, on: on, log: log})
})
