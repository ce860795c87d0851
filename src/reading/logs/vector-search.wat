;; Looks for candidates, sixteen places of a log at once, as Teddy of the Hyperscan library looks for
;; short strings: each of the four bytes of a place is looked up by its lower and by its upper half
;; in tables that say, one bit per group of needles, whether the group allows it there. A place where
;; a bit is left after all eight look-ups is then looked at by itself.
;;
;; The memory:
;;      0   eight tables of 16 bytes: first byte's lower half, its upper half, second byte's, ...
;;    128   256 bytes: 1 for a mark that may stand before a status, 2 for one that may follow it
;;    384   256 numbers of four bytes: the last four bytes of each needle, at their hash
;;   2048   the window
(module
  (global $multiplier (import "needles" "multiplier") i32)
  (memory (export "memory") 1)

  (func (export "next") (param $from i32) (param $to i32) (result i32)
    (local $at i32)    ;; where the block begins: first bytes of sixteen places
    (local $end i32)   ;; no place begins here or later
    (local $place i32)
    (local $word i32)  ;; the four bytes of the place
    (local $left i32)  ;; one bit for each place of the block that is still to be looked at
    (local $block v128)
    (local $found v128)
    (local $lower0 v128) (local $upper0 v128) (local $lower1 v128) (local $upper1 v128)
    (local $lower2 v128) (local $upper2 v128) (local $lower3 v128) (local $upper3 v128)
    (local $half v128)

    (local.set $lower0 (v128.load offset=0 (i32.const 0)))
    (local.set $upper0 (v128.load offset=16 (i32.const 0)))
    (local.set $lower1 (v128.load offset=32 (i32.const 0)))
    (local.set $upper1 (v128.load offset=48 (i32.const 0)))
    (local.set $lower2 (v128.load offset=64 (i32.const 0)))
    (local.set $upper2 (v128.load offset=80 (i32.const 0)))
    (local.set $lower3 (v128.load offset=96 (i32.const 0)))
    (local.set $upper3 (v128.load offset=112 (i32.const 0)))
    (local.set $half (i8x16.splat (i32.const 15)))
    (local.set $at (i32.sub (local.get $from) (i32.const 3)))
    (local.set $end (i32.sub (local.get $to) (i32.const 3)))

    (block $searched
      (loop $blocks
        (br_if $searched (i32.ge_s (local.get $at) (local.get $end)))

        (local.set $block (v128.load offset=2048 (local.get $at)))
        (local.set $found (v128.and
          (i8x16.swizzle (local.get $lower0) (v128.and (local.get $block) (local.get $half)))
          (i8x16.swizzle (local.get $upper0)
            (v128.and (i16x8.shr_u (local.get $block) (i32.const 4)) (local.get $half)))))
        (local.set $block (v128.load offset=2049 (local.get $at)))
        (local.set $found (v128.and (local.get $found) (v128.and
          (i8x16.swizzle (local.get $lower1) (v128.and (local.get $block) (local.get $half)))
          (i8x16.swizzle (local.get $upper1)
            (v128.and (i16x8.shr_u (local.get $block) (i32.const 4)) (local.get $half))))))
        (local.set $block (v128.load offset=2050 (local.get $at)))
        (local.set $found (v128.and (local.get $found) (v128.and
          (i8x16.swizzle (local.get $lower2) (v128.and (local.get $block) (local.get $half)))
          (i8x16.swizzle (local.get $upper2)
            (v128.and (i16x8.shr_u (local.get $block) (i32.const 4)) (local.get $half))))))
        (local.set $block (v128.load offset=2051 (local.get $at)))
        (local.set $found (v128.and (local.get $found) (v128.and
          (i8x16.swizzle (local.get $lower3) (v128.and (local.get $block) (local.get $half)))
          (i8x16.swizzle (local.get $upper3)
            (v128.and (i16x8.shr_u (local.get $block) (i32.const 4)) (local.get $half))))))

        (if (v128.any_true (local.get $found))
          (then
            (local.set $left (i32.xor (i32.const 0xffff)
              (i8x16.bitmask (i8x16.eq (local.get $found) (v128.const i64x2 0 0)))))
            (loop $places
              (local.set $place (i32.add (local.get $at) (i32.ctz (local.get $left))))
              (br_if $searched (i32.ge_s (local.get $place) (local.get $end)))
              (local.set $word (i32.load offset=2048 (local.get $place)))
              ;; A mark, 4 or 5, two bytes of the digits' row, and a mark that may follow.
              (if (i32.eq (i32.and (local.get $word) (i32.const 0xf0f0fe00)) (i32.const 0x30303400))
                (then
                  (if (i32.and
                        (i32.and (i32.const 1)
                          (i32.load8_u offset=128 (i32.and (local.get $word) (i32.const 255))))
                        (i32.shr_u
                          (i32.load8_u offset=128 (i32.load8_u offset=2052 (local.get $place)))
                          (i32.const 1)))
                    (then (return (i32.add (local.get $place) (i32.const 3))))))
                (else
                  (local.set $word (i32.or (local.get $word) (i32.const 0x20202020)))
                  (if (i32.eq (local.get $word)
                        (i32.load offset=384
                          (i32.shl
                            (i32.shr_u
                              (i32.mul (local.get $word) (global.get $multiplier))
                              (i32.const 24))
                            (i32.const 2))))
                    (then (return (i32.add (local.get $place) (i32.const 3)))))))
              (local.set $left
                (i32.and (local.get $left) (i32.sub (local.get $left) (i32.const 1))))
              (br_if $places (local.get $left)))))

        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $blocks)))
    (i32.const -1)))
