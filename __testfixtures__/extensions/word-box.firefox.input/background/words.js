/** @typedef {{ word: string, url: string, due: number }} Entry */

const DAY = 24 * 60 * 60 * 1000

/** @returns {Promise<Entry[]>} all words, the oldest first */
export async function all() {
	const { words } = await browser.storage.local.get({ words: [] })
	return words
}

export async function add(word, url) {
	const words = await all()
	const known = words.find(entry => entry.word === word)
	if (known) known.due = Date.now() + DAY
	else words.push({ word, url, due: Date.now() + DAY })
	await browser.storage.local.set({ words })
	return words.length
}

export async function remove(word) {
	const words = await all()
	await browser.storage.local.set({ words: words.filter(entry => entry.word !== word) })
}

/** How many words are due for a repetition at a time. */
export async function countDue(time) {
	return (await all()).filter(entry => entry.due <= time).length
}
