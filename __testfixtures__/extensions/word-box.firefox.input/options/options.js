document.getElementById('export').addEventListener('click', async () => {
	const { words } = await browser.storage.local.get({ words: [] })
	const blob = new Blob([words.map(({ word }) => `${word}\n`).join('')], { type: 'text/plain' })
	const link = document.createElement('a')
	link.href = URL.createObjectURL(blob)
	link.download = 'words.txt'
	link.click()
})
