var paragraphs = document.querySelectorAll('p');
for (var paragraph of paragraphs) paragraph.classList.add('highlighter-mark');
chrome.runtime.sendMessage({ marked: true });
paragraphs.length;
