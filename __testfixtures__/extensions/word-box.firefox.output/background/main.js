import { add, all, countDue, remove } from './words.js'
import { mark, unmark } from './marks.js'

// Tabs that show marks.
const marked = new Set()
const stateRestored = browser.storage.session.get({ marked: [] }).then(saved => {
	for (const value of saved.marked) marked.add(value)
}).catch(console.error)

browser.action.onClicked.addListener(async tab => {
	await stateRestored
	try {
		if (marked.has(tab.id)) {
			if (marked.delete(tab.id)) browser.storage.session.set({ marked: [...marked] })
			await unmark(tab.id)
		} else {
			await mark(tab.id)
			marked.add(tab.id)
			browser.storage.session.set({ marked: [...marked] })
		}
	} catch (error) {
		// Pages of the browser itself.
		console.warn(`${tab.url}: ${error.message}`)
	}
})

browser.tabs.onRemoved.addListener(async tabId => {
	await stateRestored
	marked.delete(tabId)
	browser.storage.session.set({ marked: [...marked] })
})

browser.runtime.onInstalled.addListener(async ({ reason, previousVersion }) => {
	await browser.alarms.create('due', { delayInMinutes: 5, periodInMinutes: 60 })
	if (reason === 'update' && parseInt(previousVersion) < 1) await browser.storage.local.clear()
})

browser.alarms.onAlarm.addListener(async ({ name, scheduledTime }) => {
	if (name !== 'due') return
	const due = await countDue(Date.now())
	await browser.action.setTitle({ title: due > 0 ? `${due} words to repeat` : 'Mark my words' })
	await browser.action.setIcon({ path: due > 0 ? '/icons/box-full.png' : '/icons/box.png' })
})

browser.runtime.onMessage.addListener(async message => {
	switch (message.type) {
		case 'all': return all()
		case 'add': return add(message.word, message.url)
		case 'remove': return remove(message.word)
		case 'panel': return browser.runtime.getURL('panel/panel.html')
	}
})
