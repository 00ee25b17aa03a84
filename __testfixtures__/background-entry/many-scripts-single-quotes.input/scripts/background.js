chrome.runtime.onMessage.addListener(function () {
	console.log('a', 'b')
})
