import { add } from './words.js'
import { mark } from './marks.js'

browser.runtime.onInstalled.addListener(() => {
	browser.contextMenus.create({ id: 'add', title: 'Put “%s” into the box', contexts: ['selection'] })
	browser.contextMenus.create({ id: 'title', title: 'Put the page’s title into the box', contexts: ['page'] })
})

browser.contextMenus.onClicked.addListener(async (info, tab) => {
	if (info.menuItemId === 'add') {
		await add(info.selectionText.trim(), info.pageUrl)
	} else if (info.menuItemId === 'title') {
		const [{ result: title }] = await browser.scripting.executeScript({
			target: { tabId: tab.id },
			func: () => document.title
		})
		await add(title, info.pageUrl)
	}
	await mark(tab.id)
})
