//! Whose request it is: the peer's address, or what trusted proxies say it is.

use std::net::{IpAddr, Ipv6Addr};

use actix_web::http::header::{HeaderMap, X_FORWARDED_FOR};

use crate::config::Network;

/// The address of the client, for counting its requests.
///
/// `X-Forwarded-For` is read from its end for as long as trusted proxies wrote it: what stands further left
/// anybody may have invented.
pub(crate) fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let forwarded: Vec<&str> = headers
        .get_all(X_FORWARDED_FOR)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    let mut address = peer;
    for hop in forwarded.iter().rev() {
        match hop.trim().parse() {
            Ok(hop) if is_trusted(address) => address = hop,
            _ => break,
        }
    }
    shared_by_one(address)
}

/// One IPv6 customer has a whole /64: its addresses count as one.
fn shared_by_one(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX)).into(),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    #[track_caller]
    fn check(peer: &str, forwarded: &'static str, trusted: &str, expected: &str) {
        let mut headers = HeaderMap::new();
        headers.insert(X_FORWARDED_FOR, HeaderValue::from_static(forwarded));
        let trusted: Vec<_> = Network::parse(trusted).into_iter().collect();
        let address = client_address(peer.parse().expect("an address"), &headers, &trusted);
        assert_eq!(address.to_string(), expected);
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        check("203.0.113.1", "198.51.100.7", "", "203.0.113.1");
        check("10.0.0.1", "198.51.100.7", "10.0.0.0/8", "198.51.100.7");
        check("10.0.0.1", "1.2.3.4, 198.51.100.7, 10.0.0.2", "10.0.0.0/8", "198.51.100.7");
        check("10.0.0.1", "nonsense", "10.0.0.0/8", "10.0.0.1");
        check("203.0.113.1", "198.51.100.7", "10.0.0.0/8", "203.0.113.1");
    }

    #[test]
    fn an_ipv6_network_counts_as_one() {
        check("2001:db8:1:2:3:4:5:6", "", "", "2001:db8:1:2::");
        check("::ffff:203.0.113.1", "", "", "203.0.113.1");
    }
}
