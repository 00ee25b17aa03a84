import injected from './content.js?script';
import url from './page.js?url';

chrome.runtime.onMessage.addListener(() => console.log(injected, url));
