var count = 0;
