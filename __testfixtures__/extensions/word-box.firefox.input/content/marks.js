function markWords(words) {
	let count = 0
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	const nodes = []
	while (walker.nextNode()) nodes.push(walker.currentNode)
	for (const node of nodes) {
		if (node.parentNode.localName === 'mark' || !words.some(word => node.data.includes(word))) continue
		const mark = document.createElement('mark')
		mark.className = 'word-box'
		node.replaceWith(mark)
		mark.append(node)
		count++
	}
	return count
}
