function notify(title) {
  window.webkitNotifications.createNotification("icon.png", title, "").show();
}
if (window.webkitNotifications) webkitNotifications.createNotification("icon.png", "x", "").show();
notify("x");
