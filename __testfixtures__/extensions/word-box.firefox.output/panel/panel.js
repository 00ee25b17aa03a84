const list = document.querySelector('ul')

async function show(changes, area) {
	if (area === 'session') return
	const words = await browser.runtime.sendMessage({ type: 'all' })
	list.replaceChildren(...words.map(({ word }) => {
		const item = document.createElement('li')
		const button = document.createElement('button')
		button.textContent = '✕'
		button.addEventListener('click', async () => {
			await browser.runtime.sendMessage({ type: 'remove', word })
			show()
		})
		item.append(word, button)
		return item
	}))
}

document.forms[0].addEventListener('submit', async event => {
	event.preventDefault()
	const word = event.target.word.value
	await browser.runtime.sendMessage({ type: 'add', word, url: '' })
	event.target.reset()
	show()
})

browser.storage.onChanged.addListener(show)
show()
