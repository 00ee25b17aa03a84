chrome.contextMenus.create({
  id: 'count',
  title: 'Count',
  onclick: function count(info) {
    count.clicks = (count.clicks || 0) + 1;
    console.log(info.pageUrl, count.clicks);
  }
});
