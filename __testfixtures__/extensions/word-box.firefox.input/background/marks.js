import { all } from './words.js'

/** Marks all known words in a tab, and shows how many there are. */
export async function mark(tabId) {
	const words = (await all()).map(entry => entry.word)
	await browser.tabs.insertCSS(tabId, { file: '/content/marks.css', cssOrigin: 'user' })
	await browser.tabs.executeScript(tabId, { file: '/content/marks.js' })
	const [count] = await browser.tabs.executeScript(tabId, { code: `markWords(${JSON.stringify(words)})` })
	await browser.browserAction.setBadgeText({ tabId, text: String(count) })
	return count
}

export async function unmark(tabId) {
	await browser.tabs.removeCSS(tabId, { file: '/content/marks.css', cssOrigin: 'user' })
	await browser.browserAction.setBadgeText({ tabId, text: null })
}
