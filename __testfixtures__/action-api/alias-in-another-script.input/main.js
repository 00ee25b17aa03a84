button.setBadgeText({ text: "1" });
