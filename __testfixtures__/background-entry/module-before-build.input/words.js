var words = ["one", "two"];
