//! Whether a body follows what was read, word by word, but for what left the middle of it.

/// Goes through the words that were read: each is the next one that is said, or belongs to the next
/// part that left. How many were said; or the first word that was lost.
pub(crate) fn follow<'w>(
    read: &[&'w str],
    said: &[&str],
    left: &[Vec<&str>],
) -> Result<usize, &'w str> {
    let mut others: Vec<[usize; 3]> = Vec::new(); // places where the words read might as well have left
    let mut furthest = 0;
    let [mut i, mut next, mut part] = [0; 3];
    loop {
        furthest = furthest.max(i);
        if i == read.len() && part == left.len() {
            return Ok(next);
        }
        let leaves = left.get(part).filter(|own| read[i..].starts_with(own));
        let is_said = i < read.len() && said.get(next) == Some(&read[i]);
        if let Some(own) = leaves {
            if is_said {
                others.push([i + 1, next + 1, part]);
            }
            (i, part) = (i + own.len(), part + 1);
        } else if is_said {
            (i, next) = (i + 1, next + 1);
        } else if let Some(other) = others.pop() {
            [i, next, part] = other;
        } else {
            return Err(read.get(furthest).copied().unwrap_or("…"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_left_is_not_taken_for_what_stays() {
        let said = ["chez", "AMD", "AMD", "a"];
        let left = vec![vec!["AMD", "O"]];
        let read = ["chez", "AMD", "AMD", "O", "AMD", "a"];
        assert_eq!(follow(&read, &said, &left), Ok(4));
        let read = ["AMD", "O", "baisse", "AMD", "AMD", "O"];
        assert_eq!(follow(&read, &["AMD", "O", "baisse", "AMD"], &left), Ok(4));
        assert_eq!(follow(&["un", "deux"], &["un"], &[]), Err("deux"));
    }
}
