var counter = {};
counter.count = 0;
