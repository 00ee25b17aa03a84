var on = false, hits = 0
var log = []
var stateRestored = chrome.storage.session.get({on: on, hits: hits, log: log}).then(function (saved) {
	on = saved.on
	hits = saved.hits
	log = saved.log
}).catch(console.error)

async function toggle() {
	await stateRestored
	on = !on
	chrome.storage.session.set({on: on})
	update()
}

function update() {
	chrome.browserAction.setBadgeText({text: on ? 'on' : 'off'})
}

chrome.browserAction.onClicked.addListener(toggle)
chrome.runtime.onMessage.addListener(function (msg, sender, reply) {
	if (msg.type == 'hit') {
		stateRestored.then(function () {
			if (on) {
				hits++
				chrome.storage.session.set({hits: hits})
			}
			log.push(msg.url + '')
			chrome.storage.session.set({log: log})
		})
	}
	if (msg.type == 'get') {
		stateRestored.then(function () {
			reply({hits: hits, on: on, log: log})
		})
		return true
	}
})
