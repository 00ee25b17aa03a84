import { all } from './words.js'

/** Marks all known words in a tab, and shows how many there are. */
export async function mark(tabId) {
	const words = (await all()).map(entry => entry.word)
	await browser.scripting.insertCSS({ target: { tabId }, files: ['/content/marks.css'], origin: 'USER' })
	await browser.scripting.executeScript({ target: { tabId }, files: ['/content/marks.js'] })
	const [{ result: count }] = await browser.scripting.executeScript({
		target: { tabId },
		func: words => markWords(words),
		args: [words]
	})
	await browser.action.setBadgeText({ tabId, text: String(count) })
	return count
}

export async function unmark(tabId) {
	await browser.scripting.removeCSS({ target: { tabId }, files: ['/content/marks.css'], origin: 'USER' })
	await browser.action.setBadgeText({ tabId, text: null })
}
